import fc from "fast-check";

// By day the same cases for everybody, so that what is refused can be run again; by night others each time.
if (process.env["BUSBAR_NIGHTLY"] !== "1") fc.configureGlobal({ seed: 20_260_401 });

/** Properties held against chance; every test takes them from here. */
export { fc };
