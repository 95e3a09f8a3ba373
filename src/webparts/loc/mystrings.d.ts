declare module 'SchilStrings' {
  const strings: import('../../ui/words/strings').Strings;
  export = strings;
}
