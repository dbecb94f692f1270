package dev.assay.api;

import dev.assay.batch.adoption.ModelsInUse;
import dev.assay.batch.area.AreaFigures;
import dev.assay.batch.draw.DrawWork;
import dev.assay.batch.feed.FeedDefinitions;
import dev.assay.batch.intake.CorrectionSheets;
import dev.assay.batch.plan.PlanWork;
import dev.assay.batch.publish.DisclosedModels;
import dev.assay.batch.publish.Exports;
import dev.assay.batch.signing.PushSecrets;
import dev.assay.batch.signing.SigningKeys;
import dev.assay.batch.simulate.Simulations;
import dev.assay.core.division.Divisions;
import dev.assay.core.fact.Vocabulary;
import dev.assay.model.config.ConfigFiles;
import dev.assay.model.division.DivisionsFile;
import dev.assay.store.account.Accounts;
import dev.assay.store.account.ApiClients;
import dev.assay.store.account.Invitations;
import dev.assay.store.account.SecondFactors;
import dev.assay.store.account.SignOnLinks;
import dev.assay.store.adoption.ModelVersions;
import dev.assay.store.audit.AuditLog;
import dev.assay.store.audit.ReadLog;
import dev.assay.store.database.Database;
import dev.assay.store.database.DatabaseSettings;
import dev.assay.store.draw.Draws;
import dev.assay.store.escalation.Escalations;
import dev.assay.store.fact.CreditFileReader;
import dev.assay.store.feed.FeedRuns;
import dev.assay.store.feed.Quarantine;
import dev.assay.store.history.FactHistory;
import dev.assay.store.inspector.Inspectors;
import dev.assay.store.intake.HandEntries;
import dev.assay.store.intake.NameAnswers;
import dev.assay.store.job.JobRuns;
import dev.assay.store.listing.CasePersons;
import dev.assay.store.listing.ListingCases;
import dev.assay.store.listing.MeasureReports;
import dev.assay.store.person.PersonNumbers;
import dev.assay.store.plan.PlanCounts;
import dev.assay.store.plan.PlanHandOut;
import dev.assay.store.plan.PlanRows;
import dev.assay.store.plan.Plans;
import dev.assay.store.publication.ChangeLog;
import dev.assay.store.publication.Followers;
import dev.assay.store.publication.FullFileLog;
import dev.assay.store.publication.Pushing;
import dev.assay.store.quality.DataQuality;
import dev.assay.store.rating.HeldRuns;
import dev.assay.store.rating.RatingCounts;
import dev.assay.store.rating.StoredRatings;
import dev.assay.store.rating.TrialRatings;
import dev.assay.store.register.BusinessMerges;
import dev.assay.store.register.BusinessRegister;
import dev.assay.store.register.Takeovers;
import dev.assay.store.repetition.MarkedRequests;
import dev.assay.store.request.Papers;
import dev.assay.store.request.Readings;
import dev.assay.store.request.Requests;
import dev.assay.store.review.NameQuestions;
import dev.assay.store.warning.TrendAlarms;
import dev.assay.store.work.Assignments;
import dev.assay.store.work.InspectorLogins;
import dev.assay.store.work.VisitReports;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The store, as the server reads it. */
@Configuration(proxyBeanMethods = false)
class StoreWiring {

    @Bean
    Database database(AssaySettings settings) {
        AssaySettings.DatabaseAddress address = settings.database();
        String url = address.url();
        return Database.open(
                url == null
                        ? DatabaseSettings.embedded(settings.dataDir()).withSchema(address.schema())
                        : DatabaseSettings.server(settings.dataDir(), url, address.user(), address.password()));
    }

    // The database closes its own pools, in its own order.
    @Bean(destroyMethod = "")
    DataSource dataSource(Database database) {
        return database.dataSource();
    }

    @Bean
    DSLContext dsl(Database database) {
        return database.dsl();
    }

    @Bean
    CreditFileReader creditFileReader(Database database) {
        return new CreditFileReader(database);
    }

    @Bean
    BusinessRegister businessRegister(DSLContext dsl) {
        return new BusinessRegister(dsl);
    }

    @Bean
    BusinessMerges businessMerges(Database database) {
        return new BusinessMerges(database);
    }

    @Bean
    Takeovers takeovers(DSLContext dsl) {
        return new Takeovers(dsl);
    }

    @Bean
    FactHistory factHistory(DSLContext dsl) {
        return new FactHistory(dsl);
    }

    @Bean
    PersonNumbers personNumbers(DSLContext dsl) {
        return new PersonNumbers(dsl);
    }

    @Bean
    StoredRatings storedRatings(DSLContext dsl) {
        return new StoredRatings(dsl);
    }

    @Bean
    RatingCounts ratingCounts(DSLContext dsl) {
        return new RatingCounts(dsl);
    }

    @Bean
    ModelVersions modelVersions(DSLContext dsl) {
        return new ModelVersions(dsl);
    }

    @Bean
    ModelsInUse modelsInUse(ConfigFiles config, ModelVersions versions) {
        return new ModelsInUse(config, versions);
    }

    @Bean
    DisclosedModels disclosedModels(StoredRatings ratings, ModelsInUse inUse, HeldRuns held) {
        return new DisclosedModels(ratings, inUse, held);
    }

    @Bean
    ChangeLog changeLog(DSLContext dsl) {
        return new ChangeLog(dsl);
    }

    @Bean
    FullFileLog fullFileLog(DSLContext dsl) {
        return new FullFileLog(dsl);
    }

    @Bean
    Followers followers(DSLContext dsl) {
        return new Followers(dsl);
    }

    @Bean
    Pushing pushing(DSLContext dsl) {
        return new Pushing(dsl);
    }

    @Bean
    PushSecrets pushSecrets(AssaySettings settings) {
        return new PushSecrets(settings.dataDir());
    }

    @Bean
    SigningKeys signingKeys(AssaySettings settings) {
        return new SigningKeys(settings.dataDir());
    }

    @Bean
    AuditLog auditLog(DSLContext dsl) {
        return new AuditLog(dsl);
    }

    @Bean
    TrialRatings trialRatings(DSLContext dsl) {
        return new TrialRatings(dsl);
    }

    @Bean
    HeldRuns heldRuns(DSLContext dsl) {
        return new HeldRuns(dsl);
    }

    @Bean
    Accounts accounts(DSLContext dsl) {
        return new Accounts(dsl);
    }

    @Bean
    Invitations invitations(DSLContext dsl) {
        return new Invitations(dsl);
    }

    @Bean
    ApiClients apiClients(DSLContext dsl) {
        return new ApiClients(dsl);
    }

    @Bean
    ReadLog readLog(DSLContext dsl) {
        return new ReadLog(dsl);
    }

    @Bean
    SecondFactors secondFactors(DSLContext dsl) {
        return new SecondFactors(dsl);
    }

    @Bean
    SignOnLinks signOnLinks(DSLContext dsl) {
        return new SignOnLinks(dsl);
    }

    @Bean
    MarkedRequests markedRequests(DSLContext dsl) {
        return new MarkedRequests(dsl);
    }

    @Bean
    FeedRuns feedRuns(DSLContext dsl) {
        return new FeedRuns(dsl);
    }

    @Bean
    Quarantine quarantine(DSLContext dsl) {
        return new Quarantine(dsl);
    }

    @Bean
    NameQuestions nameQuestions(DSLContext dsl) {
        return new NameQuestions(dsl);
    }

    @Bean
    NameAnswers nameAnswers(Database database) {
        return new NameAnswers(database);
    }

    @Bean
    HandEntries handEntries(Database database) {
        return new HandEntries(database);
    }

    @Bean
    Exports exports(Database database) {
        return new Exports(database);
    }

    @Bean
    FeedDefinitions feedDefinitions(ConfigFiles config) {
        return new FeedDefinitions(config);
    }

    @Bean
    Divisions divisions(ConfigFiles config) {
        return DivisionsFile.load(config);
    }

    @Bean
    CorrectionSheets correctionSheets(FeedDefinitions feeds, Database database) {
        return new CorrectionSheets(feeds, database);
    }

    // Half of the processors: the console answers while a simulation runs.
    @Bean
    Simulations simulations(Database database, Divisions divisions, AuthorityClock clock) {
        int workers = Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
        return new Simulations(database, divisions, clock.source(), workers);
    }

    @Bean
    DataQuality dataQuality(DSLContext dsl) {
        return new DataQuality(dsl);
    }

    @Bean
    JobRuns jobRuns(DSLContext dsl) {
        return new JobRuns(dsl);
    }

    @Bean
    ListingCases listingCases(DSLContext dsl) {
        return new ListingCases(dsl);
    }

    @Bean
    CasePersons casePersons(DSLContext dsl) {
        return new CasePersons(dsl);
    }

    @Bean
    MeasureReports measureReports(DSLContext dsl) {
        return new MeasureReports(dsl);
    }

    @Bean
    Requests requests(DSLContext dsl) {
        return new Requests(dsl);
    }

    @Bean
    Draws draws(DSLContext dsl) {
        return new Draws(dsl);
    }

    @Bean
    DrawWork drawWork(Database database, ConfigFiles config, Vocabulary vocabulary) {
        return new DrawWork(database, config, vocabulary);
    }

    @Bean
    PlanWork planWork(Database database, ConfigFiles config) {
        return new PlanWork(database, config);
    }

    @Bean
    Plans plans(DSLContext dsl) {
        return new Plans(dsl);
    }

    @Bean
    PlanRows planRows(DSLContext dsl) {
        return new PlanRows(dsl);
    }

    @Bean
    PlanCounts planCounts(DSLContext dsl) {
        return new PlanCounts(dsl);
    }

    @Bean
    PlanHandOut planHandOut(DSLContext dsl) {
        return new PlanHandOut(dsl);
    }

    @Bean
    AreaFigures areaFigures(DSLContext dsl, ConfigFiles config) {
        return new AreaFigures(dsl, config);
    }

    @Bean
    Escalations escalations(DSLContext dsl) {
        return new Escalations(dsl);
    }

    @Bean
    TrendAlarms trendAlarms(DSLContext dsl) {
        return new TrendAlarms(dsl);
    }

    @Bean
    Inspectors inspectors(DSLContext dsl) {
        return new Inspectors(dsl);
    }

    @Bean
    Assignments assignments(DSLContext dsl) {
        return new Assignments(dsl);
    }

    @Bean
    VisitReports visitReports(DSLContext dsl) {
        return new VisitReports(dsl);
    }

    @Bean
    InspectorLogins inspectorLogins(DSLContext dsl) {
        return new InspectorLogins(dsl);
    }

    @Bean
    Papers papers(DSLContext dsl) {
        return new Papers(dsl);
    }

    @Bean
    Readings readings(DSLContext dsl) {
        return new Readings(dsl);
    }
}
