package dev.assay.api.listing;

import dev.assay.core.listing.ListRules;
import dev.assay.core.listing.MeasureCatalogue;
import dev.assay.core.publication.PublicationRules;
import dev.assay.core.request.RequestRules;
import dev.assay.model.calendar.CalendarFile;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.listing.ListEditionFile;
import dev.assay.model.listing.MeasureCatalogueFile;
import dev.assay.model.listing.RequestRulesFile;
import dev.assay.model.publication.PublicationRulesFile;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rules of lists and requests, read once from the configuration. */
@Configuration(proxyBeanMethods = false)
class ListingSetup {

    @Bean
    ListRules listRules(ConfigFiles config) {
        return new ListRules(ListEditionFile.load(config), CalendarFile.load(config));
    }

    /** The catalogues, in a class of their own because Spring would gather the single ones of a bare list. */
    record Catalogues(List<MeasureCatalogue> all) {}

    @Bean
    Catalogues catalogues(ConfigFiles config) {
        return new Catalogues(MeasureCatalogueFile.load(config));
    }

    /** The publication rules of all channels. */
    record Channels(List<PublicationRules> all) {}

    @Bean
    Channels channels(ConfigFiles config) {
        return new Channels(PublicationRulesFile.load(config));
    }

    @Bean
    RequestRules requestRules(ConfigFiles config) {
        return RequestRulesFile.load(config);
    }
}
