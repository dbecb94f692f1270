package dev.assay.api;

import dev.assay.store.testing.TestDatabases;

/** The pages in a browser over a database server instead of the embedded database. */
@WithSampleServer(TestDatabases.SERVER)
class BrowserOnServerIT extends BrowserIT {

    BrowserOnServerIT(SampleServer server) {
        super(server);
    }
}
