/** Attributes and events of the built-in components, for `my.canIUse('input.controlled')`. A name alone has only the common ones. */
const lines = `
view disable-scroll hidden animation hover-class hover-start-time hover-stay-time hover-stop-propagation role onTransitionEnd onAnimationStart onAnimationIteration onAnimationEnd onAppear onDisappear onFirstAppear
scroll-view scroll-x scroll-y upper-threshold lower-threshold scroll-top scroll-left scroll-into-view scroll-with-animation scroll-animation-duration enable-back-to-top trap-scroll disable-lower-scroll disable-upper-scroll onScroll onScrollToUpper onScrollToLower
swiper indicator-dots indicator-color indicator-active-color active-class changing-class autoplay current duration interval circular vertical previous-margin next-margin acceleration disable-programmatic-animation disable-touch swipe-ratio swipe-speed touch-angle display-multiple-items easing-function snap-to-edge adjust-height adjust-vertical-height onChange onTransition onAnimationEnd
swiper-item
movable-area scale-area
movable-view direction inertia out-of-bounds x y damping friction disabled scale scale-min scale-max scale-value animation onChange onChangeEnd onScale
cover-view penetrateGuesture
cover-image src
page-container show duration z-index overlay position round close-on-slide-down overlay-style custom-style onBeforeEnter onEnter onEnterCancelled onAfterEnter onBeforeLeave onLeave onLeaveCancelled onAfterLeave onClickOverlay
share-element name transform duration easing-function
page-meta background-color background-color-top background-color-bottom root-background-color scroll-top scroll-duration page-style page-font-size root-font-size onScroll
text selectable space decode number-of-lines
icon type size color
progress percent show-info stroke-width active-color background-color active
rich-text nodes space
image src mode lazy-load default-source onLoad onError
lottie autoplay path speed repeat-count auto-reverse assets-path placeholder optimize onDataReady onDataFailed onDataLoadReady onAnimationStart onAnimationEnd onAnimationRepeat onAnimationCancel
video src poster poster-size object-fit initial-time duration controls autoplay direction loop muted show-fullscreen-btn show-play-btn show-center-play-btn show-mute-btn show-thin-progress-bar enable-progress-gesture mobilenet-hint-type floating-mode onPlay onPause onEnded onTimeUpdate onLoading onError onFullScreenChange onUserAction onStop onRenderStart
camera mode flash output-dimension frame-size onReady onStop onError onScanCode
navigator url open-type hover-class hover-start-time hover-stay-time
canvas type width height disable-scroll onReady
map latitude longitude scale skew rotate markers polyline polygon circles controls panels show-location include-points include-padding ground-overlays tile-overlay custom-map-style setting optimize show-compass show-scale enable-overlooking enable-zoom enable-scroll enable-rotate enable-traffic enable-poi enable-building onMarkerTap onCalloutTap onControlTap onPanelTap onRegionChange onInitComplete
button size type plain disabled loading hover-class hover-start-time hover-stay-time hover-stop-propagation form-type open-type scope public-id onGetAuthorize onFollowLifestyle onGetUserInfo onGetPhoneNumber onError
form report-submit onSubmit onReset
input value name type password placeholder placeholder-style placeholder-class disabled maxlength focus confirm-type confirm-hold cursor selection-start selection-end random-number controlled always-system onInput onConfirm onFocus onBlur
textarea name value placeholder placeholder-style placeholder-class disabled maxlength focus auto-height show-count controlled confirm-type onInput onFocus onBlur onConfirm
checkbox value checked disabled color onChange
checkbox-group name onChange
radio value checked disabled color onChange
radio-group name onChange
switch name checked disabled color controlled onChange
slider name min max step disabled value show-value active-color background-color track-size handle-size handle-color onChange onChanging
picker title range range-key value disabled onChange
picker-view value indicator-style indicator-class mask-style mask-class immediate-change onChange onPickStart onPickEnd
picker-view-column
label for
web-view src onMessage onLoad onError
contact-button tnt-inst-id scene size color icon alipay-card-no ext-info
lifestyle public-id memo onFollow
error-view fullscreen type title message title-color message-color
block
slot name
template name is data
import src
include src
import-sjs name from
`;

/** Events that bubble, so that any component can hear or catch them. */
const touches = 'Tap TouchStart TouchMove TouchEnd TouchCancel LongTap'.split(' ');
const common = [...'id class style hidden ref key slot slot-scope'.split(' '), ...touches.flatMap((name) => [`on${name}`, `catch${name}`])];

const attributes: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  lines
    .trim()
    .split('\n')
    .map((line) => line.split(' '))
    .map(([name = '', ...own]) => [name, new Set([...common, ...own])]),
);

const values: Readonly<Record<string, readonly string[]>> = {
  'button.open-type': ['share', 'getAuthorize', 'contactShare', 'lifestyle'],
  'button.scope': ['phoneNumber', 'userInfo'],
  'navigator.open-type': ['navigate', 'redirect', 'switchTab', 'navigateBack', 'reLaunch', 'exit'],
};

/** Whether a component, its attribute or event, or a value of that is known: `button.open-type.share`. */
export function knowsComponent(name: string, attribute?: string, value?: string): boolean {
  const known = attributes.get(name);
  if (!known || (attribute !== undefined && !known.has(attribute))) return false;
  const choices = values[`${name}.${attribute}`];
  return value === undefined || !choices || choices.includes(value);
}
