// SPFx builds web parts from config/config.json; the package itself has no entry of its own.
export {};
