/* A library component: another component of the package that web parts load by its id. */
define([], () => ({ greeting: (name) => `Hello ${name}` }));
