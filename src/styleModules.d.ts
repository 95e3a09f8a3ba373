/** Class names of a style sheet; the build writes the real declarations beside each file. */
declare module '*.module.scss' {
  const styles: Readonly<Record<string, string>>;
  export default styles;
}
