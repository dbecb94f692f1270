package dev.assay.core.publication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.core.grading.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationPolicyTest {

    @ParameterizedTest(name = "{0} {1}: anyone {2}, partner {3}, the business {4}, the authority {5}")
    @CsvSource({
        "IN_FORCE, PUBLIC,   yes, yes, yes, yes",
        "IN_FORCE, PARTNERS, no,  yes, yes, yes",
        "IN_FORCE, INTERNAL, no,  no,  yes, yes",
        "RETIRED,  PUBLIC,   no,  no,  no,  yes",
        "RETIRED,  PARTNERS, no,  no,  no,  yes",
        "RETIRED,  INTERNAL, no,  no,  no,  yes",
        "TRIAL,    PUBLIC,   no,  no,  no,  yes",
        "TRIAL,    PARTNERS, no,  no,  no,  yes",
        "TRIAL,    INTERNAL, no,  no,  no,  yes"
    })
    void every_cell_of_the_table(
            Standing standing, Visibility visibility, String anyone, String partner, String subject, String authority) {
        assertThat(yes(Reader.ANYONE, visibility, standing)).isEqualTo(anyone);
        assertThat(yes(Reader.PARTNER, visibility, standing)).isEqualTo(partner);
        assertThat(yes(Reader.SUBJECT, visibility, standing)).isEqualTo(subject);
        assertThat(yes(Reader.AUTHORITY, visibility, standing)).isEqualTo(authority);
    }

    private static String yes(Reader reader, Visibility visibility, Standing standing) {
        return PublicationPolicy.maySee(reader, visibility, standing) ? "yes" : "no";
    }

    @ParameterizedTest(name = "{0} {1} is published in {2}")
    @CsvSource({
        "IN_FORCE, PUBLIC,   PUBLIC",
        "IN_FORCE, PARTNERS, PARTNERS",
        "IN_FORCE, INTERNAL, ",
        "RETIRED,  PUBLIC,   ",
        "RETIRED,  PARTNERS, ",
        "RETIRED,  INTERNAL, ",
        "TRIAL,    PUBLIC,   ",
        "TRIAL,    PARTNERS, ",
        "TRIAL,    INTERNAL, "
    })
    void only_what_is_in_force_and_not_internal_is_published(Standing standing, Visibility visibility, Chain chain) {
        assertThat(PublicationPolicy.findChain(visibility, standing).orElse(null))
                .isEqualTo(chain);
    }

    @ParameterizedTest(name = "{0} follows public {1}, partners {2}")
    @CsvSource({"ANYONE, true, false", "PARTNER, true, true", "SUBJECT, true, false", "AUTHORITY, true, true"})
    void who_follows_which_chain(Reader reader, boolean open, boolean partners) {
        assertThat(PublicationPolicy.mayFollow(reader, Chain.PUBLIC)).isEqualTo(open);
        assertThat(PublicationPolicy.mayFollow(reader, Chain.PARTNERS)).isEqualTo(partners);
    }

    @Test
    void who_follows_a_chain_may_see_all_that_is_published_in_it() {
        for (Reader reader : new Reader[] {Reader.ANYONE, Reader.PARTNER, Reader.AUTHORITY}) {
            for (Visibility visibility : Visibility.values()) {
                for (Standing standing : Standing.values()) {
                    PublicationPolicy.findChain(visibility, standing)
                            .ifPresent(chain -> assertThat(PublicationPolicy.mayFollow(reader, chain))
                                    .isEqualTo(PublicationPolicy.maySee(reader, visibility, standing)));
                }
            }
        }
    }

    @Test
    void what_is_internal_is_never_certified() {
        assertThat(PublicationPolicy.mayCertify(Visibility.PUBLIC)).isTrue();
        assertThat(PublicationPolicy.mayCertify(Visibility.PARTNERS)).isTrue();
        assertThat(PublicationPolicy.mayCertify(Visibility.INTERNAL)).isFalse();
    }

    @Test
    void general_credit_classes_are_internal_by_law() {
        assertThat(PublicationPolicy.isInternalByLaw("国市监信发〔2022〕6号 通用型企业信用风险分类指标体系"))
                .isTrue();
        assertThat(PublicationPolicy.isInternalByLaw("食药监食监一〔2016〕115号")).isFalse();
    }
}
