let heldUntil = Number.NEGATIVE_INFINITY;

/** For so long after input that another phone made, in milliseconds, the program's answer to it moves no focus. */
const mirroringMs = 1000;

/** What happens now was done on another phone, where the person's keyboard is. */
export function holdFocus(): void {
  heldUntil = performance.now() + mirroringMs;
}

/**
 * Leaves the keyboard to the person: a page that focuses a field by itself, as it may after every saved file, must not
 * take it away from the editor or from another phone. A phone that stands alone is the only one who could have it.
 */
export function leaveFocusToPerson(): void {
  if (window.top === window) return;
  const focus = HTMLElement.prototype.focus;
  HTMLElement.prototype.focus = function focusIfPersonIsHere(options?: FocusOptions): void {
    if (navigator.userActivation.isActive && performance.now() > heldUntil) focus.call(this, options);
  };
}
