package ru.mcu.spreadsheet;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Where an imported message enters our process, so that work done in the source system is not asked for again. */
public enum EntryPoint {
    @JsonProperty("triage")
    TRIAGE,
    @JsonProperty("draft")
    DRAFT,
    @JsonProperty("review")
    REVIEW,
    @JsonProperty("cur")
    CUR,
    @JsonProperty("publish")
    PUBLISH,
    @JsonProperty("survey")
    SURVEY,
    @JsonProperty("history")
    HISTORY;

    /** Lower-case code, as in the configuration and in process variables. */
    public String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
