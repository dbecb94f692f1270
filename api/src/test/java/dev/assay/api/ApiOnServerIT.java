package dev.assay.api;

import dev.assay.store.testing.TestDatabases;

/** The interface over a database server instead of the embedded database. */
@WithSampleServer(TestDatabases.SERVER)
class ApiOnServerIT extends ApiIT {

    ApiOnServerIT(SampleServer server) {
        super(server);
    }
}
