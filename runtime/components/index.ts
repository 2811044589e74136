import type { BuiltInFactory } from './built-in.ts';
import { createButton, createNavigator } from './buttons.ts';
import { createCheckbox, createCheckboxGroup, createRadio, createRadioGroup, createSwitch } from './choices.ts';
import { createCanvas, createPlaceholder, createWebView } from './embedded.ts';
import { createForm, createLabel } from './form.ts';
import { createCoverView, createView } from './hover.ts';
import { createCoverImage, createImage } from './image.ts';
import { createIcon, createProgress } from './indicators.ts';
import { createMovableArea, createMovableView } from './movable.ts';
import { createPageContainer } from './page-container.ts';
import { createPageMeta } from './page-meta.ts';
import { createPicker, createPickerView, createPickerViewColumn } from './picker.ts';
import { createRichText } from './rich-text.ts';
import { createScrollView } from './scroll-view.ts';
import { createShareElement } from './share-element.ts';
import { createSlider } from './slider.ts';
import { createSwiper } from './swiper.ts';
import { createText } from './text.ts';
import { createInput, createTextarea } from './text-fields.ts';

const placeholders = ['video', 'map', 'camera', 'lottie', 'contact-button', 'lifestyle', 'error-view'];

/** Behaviour by element name. Names that are missing are plain boxes. */
export const builtIns: Readonly<Record<string, BuiltInFactory>> = {
  view: createView,
  'cover-view': createCoverView,
  text: createText,
  image: createImage,
  'cover-image': createCoverImage,
  icon: createIcon,
  progress: createProgress,
  'rich-text': createRichText,
  button: createButton,
  navigator: createNavigator,
  input: createInput,
  textarea: createTextarea,
  form: createForm,
  label: createLabel,
  checkbox: createCheckbox,
  'checkbox-group': createCheckboxGroup,
  radio: createRadio,
  'radio-group': createRadioGroup,
  switch: createSwitch,
  slider: createSlider,
  picker: createPicker,
  'picker-view': createPickerView,
  'picker-view-column': createPickerViewColumn,
  'scroll-view': createScrollView,
  swiper: createSwiper,
  'movable-area': createMovableArea,
  'movable-view': createMovableView,
  'page-container': createPageContainer,
  'page-meta': createPageMeta,
  'share-element': createShareElement,
  canvas: createCanvas,
  'web-view': createWebView,
  ...Object.fromEntries(placeholders.map((name) => [name, createPlaceholder(name)])),
};
