package dev.assay.batch.matching;

import dev.assay.core.identity.Identity;
import dev.assay.core.identity.IdentitySchemes;
import dev.assay.model.config.ConfigFiles;
import java.nio.file.Path;
import java.util.List;

/** A made-up register of names for tests; a name's place in the list, from 1, is its key. */
record Sample(List<Candidate> businesses, NameIndex index, Resolver resolver) implements AutoCloseable {

    static final Comparison COMPARISON = new Comparison(ConfigFiles.packaged());

    static Candidate business(long key, String name, String division, String address) {
        return new Candidate(key, new Identity("sample", "S" + key), name, division, address);
    }

    static Candidate named(String name) {
        return business(1, name, "", "");
    }

    /** The score of a name, without division and address, against another. */
    static MatchScore score(String asked, String registered) {
        return COMPARISON.score(Asked.of(asked, "", ""), named(registered));
    }

    static Sample of(Path folder, List<Candidate> businesses) {
        NameIndex index = NameIndex.make(
                folder,
                COMPARISON,
                intake -> businesses.forEach(business -> intake.add(business, identities(business))));
        return new Sample(businesses, index, new Resolver(index, COMPARISON));
    }

    private static List<Identity> identities(Candidate business) {
        return List.of(
                business.identity(),
                new Identity(IdentitySchemes.FOOD_LICENCE, "JY%014d".formatted(business.key())),
                new Identity(IdentitySchemes.REGISTRATION_NO, "%015d".formatted(business.key())));
    }

    Resolution ask(String name) {
        return resolver.resolve(Asked.of(name, "", ""));
    }

    @Override
    public void close() {
        index.close();
    }
}
