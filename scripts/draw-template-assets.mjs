// Draws the pictures of the shipped templates: `node scripts/draw-template-assets.mjs`. The results are committed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';

const templates = join(dirname(fileURLToPath(import.meta.url)), '..', 'templates');
const samples = 4;

const circle = (cx, cy, r) => (x, y) => (x - cx) ** 2 + (y - cy) ** 2 <= r * r;
const ring = (cx, cy, r, width) => (x, y) => Math.abs(Math.hypot(x - cx, y - cy) - r) <= width / 2;
const box =
  (x0, y0, x1, y1, r = 0) =>
  (x, y) => {
    const dx = Math.max(x0 + r - x, x - x1 + r, 0);
    const dy = Math.max(y0 + r - y, y - y1 + r, 0);
    return x >= x0 && x <= x1 && y >= y0 && y <= y1 && dx * dx + dy * dy <= r * r + (r === 0 ? 1e-9 : 0);
  };
const line = (x0, y0, x1, y1, width) => (x, y) => {
  const t = Math.max(0, Math.min(1, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / ((x1 - x0) ** 2 + (y1 - y0) ** 2)));
  return Math.hypot(x - x0 - t * (x1 - x0), y - y0 - t * (y1 - y0)) <= width / 2;
};
const polygon =
  (...points) =>
  (x, y) => {
    let inside = false;
    for (let i = 0, j = points.length - 1; i < points.length; j = i++) {
      const [xi, yi] = points[i];
      const [xj, yj] = points[j];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
  };
const either =
  (...shapes) =>
  (x, y) =>
    shapes.some((shape) => shape(x, y));
const both =
  (...shapes) =>
  (x, y) =>
    shapes.every((shape) => shape(x, y));
const except =
  (shape, ...others) =>
  (x, y) =>
    shape(x, y) && !others.some((other) => other(x, y));
const frame = (x0, y0, x1, y1, r, width) => except(box(x0, y0, x1, y1, r), box(x0 + width, y0 + width, x1 - width, y1 - width, Math.max(0, r - width)));

function colour(hex) {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** Shapes are in a square of 100 × 100; later layers cover earlier ones. */
function raster(size, layers) {
  const pixels = Buffer.alloc(size * size * 4);
  for (let py = 0; py < size; py++) {
    for (let px = 0; px < size; px++) {
      const sum = [0, 0, 0, 0];
      for (let s = 0; s < samples * samples; s++) {
        const x = ((px + ((s % samples) + 0.5) / samples) * 100) / size;
        const y = ((py + (Math.floor(s / samples) + 0.5) / samples) * 100) / size;
        const top = layers.findLast(([, shape]) => shape(x, y));
        if (!top) continue;
        colour(top[0]).forEach((part, index) => {
          sum[index] += part;
        });
        sum[3] += 1;
      }
      const at = (py * size + px) * 4;
      if (sum[3] === 0) continue;
      for (let index = 0; index < 3; index++) pixels[at + index] = Math.round(sum[index] / sum[3]);
      pixels[at + 3] = Math.round((sum[3] * 255) / (samples * samples));
    }
  }
  return pixels;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}

function png(size, pixels) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(size * (size * 4 + 1));
  for (let y = 0; y < size; y++) pixels.copy(rows, y * (size * 4 + 1) + 1, y * size * 4, (y + 1) * size * 4);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function draw(path, size, layers) {
  const file = join(templates, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, png(size, raster(size, layers)));
}

const icons = {
  shop: either(box(18, 44, 24, 84), box(76, 44, 82, 84), box(18, 78, 82, 84, 2), polygon([22, 16], [78, 16], [88, 44], [12, 44]), box(40, 58, 60, 84, 3)),
  receipt: either(frame(24, 12, 76, 88, 8, 7), box(36, 32, 64, 38, 2), box(36, 48, 64, 54, 2), box(36, 64, 54, 70, 2)),
  person: either(ring(50, 34, 16, 7), both(ring(50, 92, 30, 7), box(0, 56, 100, 88))),
  card: either(frame(10, 24, 90, 78, 9, 7), box(14, 40, 86, 50)),
  gift: either(frame(16, 44, 84, 86, 5, 7), frame(10, 28, 90, 48, 5, 7), box(46, 30, 54, 84), ring(38, 20, 9, 6), ring(62, 20, 9, 6)),
  clock: either(ring(50, 50, 36, 7), line(50, 28, 50, 52, 7), line(50, 52, 66, 60, 7)),
  calendar: either(
    frame(14, 20, 86, 86, 9, 7),
    box(18, 36, 82, 43),
    line(34, 12, 34, 28, 7),
    line(66, 12, 66, 28, 7),
    circle(36, 58, 5),
    circle(54, 58, 5),
    circle(36, 72, 5),
  ),
  list: either(circle(20, 26, 6), circle(20, 50, 6), circle(20, 74, 6), box(36, 22, 86, 29, 3), box(36, 46, 86, 53, 3), box(36, 70, 86, 77, 3)),
  pin: either(ring(50, 40, 25, 7), circle(50, 40, 8), line(33, 58, 50, 88, 7), line(67, 58, 50, 88, 7)),
};

function drawTabs(template, names) {
  for (const [file, icon] of Object.entries(names)) {
    draw(`${template}/files/assets/tab/${file}.png`, 60, [['#8A8F98', icons[icon]]]);
    draw(`${template}/files/assets/tab/${file}-active.png`, 60, [['#1B1F24', icons[icon]]]);
  }
}

const glassShape = polygon([30, 24], [70, 24], [65, 88], [35, 88]);
const inGlass = (y0, y1) => both(glassShape, box(0, y0, 100, y1));
const glass = (...bands) => [
  ['#FFFFFF', line(58, 6, 51, 40, 4)],
  ['#DDE5E6', polygon([28, 22], [72, 22], [66.5, 90], [33.5, 90])],
  ...bands.map(([hex, y0, y1]) => [hex, inGlass(y0, y1)]),
  ['#FFFFFF', both(inGlass(34, 86), polygon([36, 30], [40, 30], [42, 86], [39, 86]))],
];
const mug = (liquid, foam) => [
  ['#E7E2DA', ring(74, 52, 13, 7)],
  ['#FFFFFF', either(box(22, 36, 74, 60, 4), both(circle(48, 52, 26), box(0, 50, 100, 100)))],
  ['#E7E2DA', box(34, 80, 62, 84, 2)],
  [liquid, both(circle(48, 18, 32), box(26, 38, 70, 50, 4))],
  ...(foam ? [[foam, either(circle(44, 44, 4), circle(52, 44, 4), polygon([40.6, 46], [55.4, 46], [48, 50]))]] : []),
  ['#C9BBA8', either(line(38, 14, 38, 28, 3), line(48, 10, 48, 28, 3), line(58, 14, 58, 28, 3))],
];
const croissant = [
  ['#B9722F', except(circle(50, 58, 38), circle(50, 76, 27))],
  ['#D99A4E', either(...[18, 34, 50, 66, 82].map((x) => circle(x, 40 + Math.abs(x - 50) * 0.62, 13)))],
  ['#C07F38', either(...[26, 42, 58, 74].map((x) => line(x, 28 + Math.abs(x - 50) * 0.62, 50 + (x - 50) * 0.82, 56 + Math.abs(x - 50) * 0.5, 2.4)))],
];
const cake = (base, cream, top) => [
  [base, polygon([14, 50], [86, 38], [86, 82], [14, 82])],
  [cream, either(polygon([14, 60], [86, 56], [86, 62], [14, 66]), polygon([14, 44], [50, 26], [86, 34], [86, 42], [14, 52]))],
  [top, circle(62, 26, 8)],
];
const beans = [
  ['#6B4226', either(circle(36, 42, 20), circle(62, 60, 22))],
  ['#3D2414', either(line(26, 34, 46, 50, 4), line(50, 50, 74, 70, 4))],
];

drawTabs('coffee-ordering', { menu: 'shop', orders: 'receipt', me: 'person' });
draw('coffee-ordering/files/assets/products/gula-aren.png', 160, glass(['#EFDCC3', 34, 52], ['#C98F58', 52, 66], ['#7A4526', 66, 90]));
draw('coffee-ordering/files/assets/products/oat-latte.png', 160, glass(['#FFF6E8', 30, 42], ['#D8A877', 42, 70], ['#B77B49', 70, 90]));
draw('coffee-ordering/files/assets/products/kopi-tubruk.png', 160, mug('#3A2418'));
draw('coffee-ordering/files/assets/products/cappuccino.png', 160, mug('#C58F5C', '#FFF3DF'));
draw('coffee-ordering/files/assets/products/cold-brew.png', 160, glass(['#5A3A28', 38, 62], ['#38211A', 62, 90]));
draw('coffee-ordering/files/assets/products/matcha.png', 160, glass(['#F3F0DC', 32, 52], ['#B9CF8B', 52, 68], ['#7FA650', 68, 90]));
draw('coffee-ordering/files/assets/products/tea.png', 160, mug('#C26A33'));
draw('coffee-ordering/files/assets/products/croissant.png', 160, croissant);
draw('coffee-ordering/files/assets/products/cake.png', 160, cake('#8FB573', '#F7F1DE', '#D2483C'));
draw('coffee-ordering/files/assets/products/beans.png', 160, beans);
draw('coffee-ordering/files/assets/empty-cup.png', 160, [
  ['#D6D0C6', ring(74, 52, 13, 6)],
  ['#E9E4DB', either(box(22, 36, 74, 60, 4), both(circle(48, 52, 26), box(0, 50, 100, 100)))],
  ['#D6D0C6', box(30, 42, 66, 46, 2)],
]);

drawTabs('loyalty-card', { card: 'card', rewards: 'gift', activity: 'clock', me: 'person' });
draw('loyalty-card/files/assets/rewards/drink.png', 160, glass(['#F0D9B8', 34, 60], ['#C9803F', 60, 90]));
draw('loyalty-card/files/assets/rewards/bowl.png', 160, [
  ['#F4E3C1', circle(50, 46, 30)],
  ['#E4B25C', either(circle(42, 38, 9), circle(60, 42, 8))],
  ['#6FA05A', circle(52, 30, 7)],
  ['#9C3B1B', both(circle(50, 46, 38), box(0, 48, 100, 100))],
  ['#7E2C12', box(38, 80, 62, 86, 2)],
]);
draw('loyalty-card/files/assets/rewards/cake.png', 160, cake('#E9B7A2', '#FFF4EA', '#B9352E'));

drawTabs('appointments', { book: 'calendar', mine: 'list', contact: 'pin' });
const avatar = (skin, hair, coat) => [
  ['#E6EDF7', circle(50, 50, 48)],
  [coat, both(circle(50, 104, 38), circle(50, 50, 48))],
  [hair, circle(50, 37, 22)],
  [skin, both(circle(50, 43, 18), box(0, 32, 100, 100))],
  [skin, box(44, 56, 56, 70, 4)],
];
draw('appointments/files/assets/people/ana.png', 160, avatar('#E8B98F', '#3B2A20', '#FFFFFF'));
draw('appointments/files/assets/people/bo.png', 160, avatar('#C98F65', '#1F1A18', '#BFD4EE'));
draw('appointments/files/assets/people/cleo.png', 160, avatar('#8D5B3C', '#241812', '#F1C9B5'));
draw('appointments/files/assets/empty-day.png', 160, [['#CBD5E3', icons.calendar]]);
