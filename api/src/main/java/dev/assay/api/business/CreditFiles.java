package dev.assay.api.business;

import dev.assay.api.AuthorityClock;
import dev.assay.core.creditfile.CreditFile;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.fact.Cut;
import dev.assay.store.fact.StoredCreditFile;
import dev.assay.store.register.RegisteredBusiness;
import java.util.List;
import org.springframework.stereotype.Component;

/** Credit files of businesses that are known to be registered. */
@Component
public class CreditFiles {

    private final CreditFileReader reader;
    private final AuthorityClock clock;
    private final Lives lives;

    CreditFiles(CreditFileReader reader, AuthorityClock clock, Lives lives) {
        this.reader = reader;
        this.clock = clock;
        this.lives = lives;
    }

    /**
     * The file as it stands.
     *
     * @param business the business
     * @return its file, cut at today and now
     */
    public CreditFile now(RegisteredBusiness business) {
        return at(business, new Cut(clock.today(), clock.now()));
    }

    /**
     * The life of a business.
     *
     * @param business the business
     * @param file its file
     * @return its life, cut as the file is
     */
    public LifeView lifeOf(RegisteredBusiness business, CreditFile file) {
        return lives.of(business.key(), file);
    }

    /**
     * The file as it stood.
     *
     * @param business the business
     * @param cut the day and the instant
     * @return its file; without facts where none stood then
     */
    public CreditFile at(RegisteredBusiness business, Cut cut) {
        return reader.find(business.key(), cut)
                .map(StoredCreditFile::file)
                .orElseGet(() -> new CreditFile(business.identity(), cut.asOf(), cut.knownAt(), List.of()));
    }
}
