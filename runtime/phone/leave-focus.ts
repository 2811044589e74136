/**
 * Leaves the keyboard to the person: a page that focuses a field by itself, as it may after every saved file, must not
 * take it away from the editor or from another phone. A phone that stands alone is the only one who could have it.
 */
export function leaveFocusToPerson(): void {
  if (window.top === window) return;
  const focus = HTMLElement.prototype.focus;
  HTMLElement.prototype.focus = function focusIfPersonIsHere(options?: FocusOptions): void {
    if (document.hasFocus() || navigator.userActivation.isActive) focus.call(this, options);
  };
}
