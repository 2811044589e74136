/** Elements that AXML itself knows. */
export const structuralElements: ReadonlySet<string> = new Set(['block', 'slot', 'template', 'import', 'include', 'import-sjs']);

/** Built-in components. */
export const builtInElements: ReadonlySet<string> = new Set([
  ...[
    'view',
    'scroll-view',
    'swiper',
    'swiper-item',
    'movable-area',
    'movable-view',
    'cover-view',
    'cover-image',
    'page-container',
    'share-element',
    'page-meta',
  ],
  ...['text', 'icon', 'progress', 'rich-text', 'image', 'lottie', 'video', 'camera', 'navigator', 'canvas', 'map', 'root-portal', 'match-media'],
  ...[
    'button',
    'form',
    'input',
    'textarea',
    'checkbox',
    'checkbox-group',
    'radio',
    'radio-group',
    'switch',
    'slider',
    'picker',
    'picker-view',
    'picker-view-column',
    'label',
  ],
  ...['web-view', 'contact-button', 'lifestyle', 'error-view'],
]);

/** Elements of HTML that projects write by habit; they become elements without behaviour. */
export const htmlElements: ReadonlySet<string> = new Set(
  'a abbr address article aside b blockquote body br center code dd del div dl dt em fieldset figure font footer h1 h2 h3 h4 h5 h6 header hr html i iframe img ins li main nav ol option p pre q s script section select small span strong style sub sup table tbody td tfoot th thead tr u ul'.split(
    ' ',
  ),
);
