/** The domain: immutable values and pure functions over the JDK alone. Nothing in here reads a clock, a file or a network. */
@org.jspecify.annotations.NullMarked
module dev.assay.core {
    requires static transitive org.jspecify;

    exports dev.assay.core.area;
    exports dev.assay.core.business;
    exports dev.assay.core.creditfile;
    exports dev.assay.core.division;
    exports dev.assay.core.draw;
    exports dev.assay.core.entry;
    exports dev.assay.core.escalation;
    exports dev.assay.core.fact;
    exports dev.assay.core.grading;
    exports dev.assay.core.identity;
    exports dev.assay.core.improvement;
    exports dev.assay.core.inspector;
    exports dev.assay.core.listing;
    exports dev.assay.core.planning;
    exports dev.assay.core.publication;
    exports dev.assay.core.request;
    exports dev.assay.core.sampling;
    exports dev.assay.core.text;
    exports dev.assay.core.time;
    exports dev.assay.core.warning;
    exports dev.assay.core.work;
}
