/** jsdom has no modal dialogs: what tests need of them. What stands in a closed one cannot have the focus, and one that opens gives it to its first button. */
export function withDialogs(): void {
  const focus = HTMLElement.prototype.focus;
  HTMLElement.prototype.focus = function focusIfShown(this: HTMLElement, options?: FocusOptions): void {
    if (!this.closest('dialog:not([open])')) focus.call(this, options);
  };
  HTMLDialogElement.prototype.showModal = function showModal(this: HTMLDialogElement): void {
    this.open = true;
    this.querySelector('button')?.focus();
  };
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement): void { this.open = false; };
}
