const xhtml = 'http://www.w3.org/1999/xhtml';

async function dataUrlOf(address: string): Promise<string> {
  const blob = await (await fetch(address)).blob();
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

async function inlined(css: string): Promise<string> {
  const addresses = new Set([...css.matchAll(/url\(["']?(\/[^"')]+)["']?\)/g)].map((match) => match[1] ?? ''));
  let text = css;
  for (const address of addresses) {
    const data = await dataUrlOf(address).catch(() => '');
    text = text.replaceAll(address, data);
  }
  return text;
}

function textOf(sheets: readonly CSSStyleSheet[]): string {
  return sheets.map((sheet) => [...sheet.cssRules].map(({ cssText }) => cssText).join('\n')).join('\n');
}

/** Style sheets of a shadow root as nested rules below the copy of its host, which stands for the root. */
async function scopedStyle(root: ShadowRoot, scope: string): Promise<string> {
  const css = await inlined(textOf([...root.adoptedStyleSheets]));
  return `.${scope} { ${css.replaceAll(':host', '&')} }`;
}

async function copyElement(source: Element, styles: string[]): Promise<Element> {
  const copy = document.createElementNS(xhtml, source.localName === 'img' || source.localName === 'canvas' ? 'img' : source.localName);
  for (const { name, value } of source.attributes) if (name !== 'src' && !name.startsWith('on')) copy.setAttribute(name, value);
  if (source instanceof HTMLImageElement && source.currentSrc !== '') copy.setAttribute('src', await dataUrlOf(source.currentSrc).catch(() => ''));
  if (source instanceof HTMLCanvasElement) copy.setAttribute('src', source.toDataURL());
  if (source instanceof HTMLInputElement) copy.setAttribute('value', source.value);
  if (source instanceof HTMLTextAreaElement) copy.textContent = source.value;
  const { shadowRoot } = source;
  if (shadowRoot) {
    const scope = `shot-${styles.length}`;
    copy.classList.add(scope);
    styles.push(await scopedStyle(shadowRoot, scope));
  }
  for (const child of (shadowRoot ?? source).childNodes) {
    if (child.nodeType === Node.TEXT_NODE) copy.append(document.createTextNode(child.nodeValue ?? ''));
    else if (child instanceof SVGElement) copy.append(child.cloneNode(true));
    else if (child instanceof Element && child.localName !== 'script' && child.localName !== 'style' && child.localName !== 'iframe')
      copy.append(await copyElement(child, styles));
  }
  // What is scrolled away moves out of sight in the copy, which has no scroll position.
  if (source.scrollTop > 0 && copy.firstElementChild)
    copy.firstElementChild.setAttribute('style', `${copy.firstElementChild.getAttribute('style') ?? ''};margin-top:${-source.scrollTop}px`);
  return copy;
}

async function documentPicture(width: number, height: number): Promise<string> {
  const styles = [textOf([...document.adoptedStyleSheets, ...document.styleSheets])];
  const body = await copyElement(document.body, styles);
  const style = document.createElementNS(xhtml, 'style');
  style.textContent = styles.join('\n');
  const holder = document.createElementNS(xhtml, 'div');
  holder.setAttribute('style', `width:${width}px;height:${height}px;position:relative;overflow:hidden`);
  holder.append(style, body);
  const markup = new XMLSerializer().serializeToString(holder);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><foreignObject width="100%" height="100%">${markup}</foreignObject></svg>`;
}

/** A PNG of the screen as base64, drawn from a copy of the document: no page may take pictures of a screen. */
export async function takeScreenshot(pixelRatio: number): Promise<string> {
  const { innerWidth: width, innerHeight: height } = window;
  const markup = await documentPicture(width, height);
  const picture = new Image();
  const loaded = new Promise((resolve, reject) => {
    picture.onload = resolve;
    picture.onerror = () => reject(new Error('The screen could not be drawn'));
  });
  picture.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`;
  await loaded;
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * pixelRatio);
  canvas.height = Math.round(height * pixelRatio);
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
}
