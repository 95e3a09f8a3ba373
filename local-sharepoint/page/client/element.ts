type Props = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** Makes an element: attributes by their own names, `class`, `text`, and `onclick` and the like as listeners. */
export function element<Name extends keyof HTMLElementTagNameMap>(name: Name, props: Props = {}, ...children: (Node | string | undefined)[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(key.replace(/^on/, ''), value);
    else if (key === 'text') made.textContent = String(value);
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== undefined));
  return made;
}
