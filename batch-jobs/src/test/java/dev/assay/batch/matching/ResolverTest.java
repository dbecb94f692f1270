package dev.assay.batch.matching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.batch.matching.Resolution.Doubt;
import dev.assay.batch.matching.Resolution.Evidence;
import dev.assay.batch.matching.Resolution.Matched;
import dev.assay.batch.matching.Resolution.Review;
import dev.assay.batch.matching.Resolution.Scored;
import dev.assay.batch.matching.Resolution.Unknown;
import dev.assay.core.identity.Identity;
import dev.assay.core.identity.IdentitySchemes;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResolverTest {

    private static final Identity UNKNOWN = new Identity("sample", "S999");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Sample sample;

    @BeforeEach
    void makeTheRegister() {
        sample = Sample.of(
                folder,
                List.of(
                        Sample.business(1, "南通市江海渔家餐饮有限公司", "320602", "南通市崇川区人民中路8号"),
                        Sample.business(2, "南通市江海渔家餐饮有限公司如皋分公司", "320682", "如皋市海阳路20号"),
                        Sample.business(3, "便民超市", "320612", "通州区金沙镇建设路3号"),
                        Sample.business(4, "便民超市", "320682", "如皋市如城镇中山路77号"),
                        Sample.business(5, "启东市鼎丰园食品厂", "320681", "启东市汇龙镇民乐中路1号")));
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private static long matched(Resolution resolution, Evidence expected) {
        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Matched.class, matched -> assertThat(matched.evidence()).isEqualTo(expected));
        return ((Matched) resolution).business().candidate().key();
    }

    private Resolution ask(String name, Identity... identities) {
        return sample.resolver().resolve(new Asked(name, "", "", List.of(identities)));
    }

    @Test
    void anIdentityGoesBeforeALicenceALicenceBeforeARegistrationNumberAndThatBeforeTheName() {
        Identity identity = new Identity("sample", "S5");
        Identity licence = new Identity(IdentitySchemes.FOOD_LICENCE, "JY00000000000003");
        Identity registration = new Identity(IdentitySchemes.REGISTRATION_NO, "000000000000002");
        String name = "南通市江海渔家餐饮有限公司";
        assertThat(matched(ask(name, registration, licence, identity), Evidence.IDENTITY))
                .isEqualTo(5);
        assertThat(matched(ask(name, registration, licence, UNKNOWN), Evidence.LICENCE))
                .isEqualTo(3);
        assertThat(matched(ask(name, registration, UNKNOWN), Evidence.REGISTRATION_NUMBER))
                .isEqualTo(2);
        assertThat(matched(ask(name, UNKNOWN), Evidence.NAME)).isEqualTo(1);
    }

    @Test
    void identitiesOfTwoBusinessesAreForAPerson() {
        Resolution resolution = ask("", new Identity("sample", "S1"), new Identity("sample", "S5"));
        assertThat(resolution).isInstanceOfSatisfying(Review.class, review -> {
            assertThat(review.doubt()).isEqualTo(Doubt.IDENTITIES_DISAGREE);
            assertThat(review.candidates()).hasSize(2);
        });
    }

    @Test
    void aNameThatTwoBearIsForAPersonUnlessTheAddressTells() {
        assertThat(sample.ask("便民超市"))
                .isInstanceOfSatisfying(
                        Review.class, review -> assertThat(review.doubt()).isEqualTo(Doubt.AMBIGUOUS));
        Resolution told = sample.resolver().resolve(Asked.of("便民超市", "320682", "如皋市中山路77号"));
        assertThat(matched(told, Evidence.NAME)).isEqualTo(4);
    }

    @Test
    void aCommonNameAtAnotherAddressIsNotMatched() {
        Resolution other = sample.resolver().resolve(Asked.of("便民超市", "320612", "海门区解放路500号"));
        assertThat(other).isNotInstanceOf(Matched.class);
    }

    @Test
    void theHeadIsFoundBesideItsBranchAndTheBranchBesideItsHead() {
        assertThat(matched(sample.ask("江海渔家餐饮有限公司"), Evidence.NAME)).isEqualTo(1);
        assertThat(matched(sample.ask("江海渔家餐饮有限公司如皋分公司"), Evidence.NAME)).isEqualTo(2);
        assertThat(sample.ask("江海渔家餐饮有限公司海门分公司")).isInstanceOf(Review.class);
    }

    @Test
    void aCodeOfAnotherProvinceIsForAPerson() {
        Resolution resolution = sample.resolver().resolve(Asked.of("南通市江海渔家餐饮有限公司", "440103", ""));
        assertThat(resolution)
                .isInstanceOfSatisfying(
                        Review.class, review -> assertThat(review.doubt()).isEqualTo(Doubt.NOT_SURE));
    }

    @Test
    void aNameThatNothingIsLikeIsUnknown() {
        assertThat(sample.ask("拉萨雪域藏餐吧")).isInstanceOf(Unknown.class);
        assertThat(sample.ask("——")).isEqualTo(new Unknown(List.of()));
        assertThat(sample.ask("")).isEqualTo(new Unknown(List.of()));
    }

    @Test
    void aUniqueTradeNameComesToReviewAlsoWhereMostOfTheNameIsLeftOut() {
        Candidate one = Sample.business(1, "通州区练习镇瑞丰里海鲜馆（和平街店）", "320612", "通州区练习镇和平街8号");
        Candidate other = Sample.business(2, "通州区练习镇绿野里海鲜馆（和平街店）", "320612", "通州区练习镇和平街9号");
        try (Sample two = Sample.of(folder.resolve("two"), List.of(one, other))) {
            assertThat(two.ask("瑞丰里海鲜馆")).isInstanceOfSatisfying(Review.class, review -> {
                assertThat(review.doubt()).isEqualTo(Doubt.NOT_SURE);
                assertThat(review.candidates()).extracting(Scored::candidate).containsExactly(one);
            });
        }
    }

    @Test
    void everyAnswerByNameIsExplainedPartByPart() {
        Scored best = ((Matched) sample.ask("启东鼎丰园食品厂")).business();
        assertThat(best.score().parts())
                .extracting(MatchScore.Part::kind)
                .contains(PartKind.TRADE_NAME, PartKind.INDUSTRY, PartKind.REGION);
        assertThat(best.score().explain().getFirst()).startsWith("TRADE_NAME 鼎丰园 ~ 鼎丰园 1.00");
    }

    @Test
    void theFilesOfAnIndexGoWhenItIsClosed() {
        try (Sample other = Sample.of(folder.resolve("other"), sample.businesses())) {
            assertThat(other.index().size()).isEqualTo(5);
        }
        assertThat(folder.resolve("other")).isEmptyDirectory();
    }
}
