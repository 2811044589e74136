// What this merchant chose, from ext.json. Every value has a fallback, so that a missing or damaged file still opens.
const fallback = {
  merchantId: '',
  appName: 'Loyalty card',
  brandColour: '#9C3B1B',
  onBrandColour: '#FFFFFF',
  language: 'en',
  phone: '',
  openingHours: '',
  greeting: '',
  stampsNeeded: 10,
  rewardName: '',
  birthdayGift: false,
};

const hexColour = /^#[0-9A-Fa-f]{6}$/;
let cached = null;

function readExt() {
  try {
    const found = my.getExtConfigSync();
    return found && typeof found === 'object' ? found : {};
  } catch (error) {
    console.warn('ext.json cannot be read', error);
    return {};
  }
}

/** The merchant's values. */
export function merchantConfig() {
  if (cached) return cached;
  const ext = readExt();
  const config = {};
  Object.keys(fallback).forEach((key) => {
    const value = ext[key];
    const usable = value !== undefined && value !== null && Array.isArray(value) === Array.isArray(fallback[key]) && typeof value === typeof fallback[key];
    config[key] = usable ? value : fallback[key];
  });
  if (!hexColour.test(config.brandColour)) config.brandColour = fallback.brandColour;
  if (!hexColour.test(config.onBrandColour)) config.onBrandColour = fallback.onBrandColour;
  config.stampsNeeded = Math.max(4, Math.min(20, Math.round(config.stampsNeeded)));
  cached = config;
  return config;
}

function mixWithWhite(hex, share) {
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${parts.map((part) => Math.round(part * share + 255 * (1 - share))).join(', ')})`;
}

/** The brand as style variables, for the root element of every page. */
export function themeStyle() {
  const { brandColour, onBrandColour } = merchantConfig();
  return `--brand: ${brandColour}; --on-brand: ${onBrandColour}; --tint: ${mixWithWhite(brandColour, 0.12)};`;
}

/** Gives the navigation bar the merchant's name and colour. Call it from onReady. */
export function paintNavigationBar(title) {
  const { appName, brandColour, onBrandColour } = merchantConfig();
  if (!my.canIUse || !my.canIUse('setNavigationBar')) return;
  my.setNavigationBar({
    title: title || appName,
    backgroundColor: brandColour,
    frontColor: onBrandColour.toUpperCase() === '#FFFFFF' ? '#ffffff' : '#000000',
  });
}
