package ru.mcu.platform.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Judges a whole set before any of it is deployed: all files are read, all rules asked, and everything found is told. */
@Component
class ProcessSetCheck {

    private final SetReader reader;
    private final List<ProcessRule> rules;
    private final DeployedDefinitions deployed;
    private final Clauses clauses;

    ProcessSetCheck(SetReader reader, List<ProcessRule> rules, DeployedDefinitions deployed, Clauses clauses) {
        this.reader = reader;
        this.rules = rules;
        this.deployed = deployed;
        this.clauses = clauses;
    }

    /** Everything that stands against the set; empty when it may be deployed. */
    List<Objection> objections(ProcessSet set) {
        ParsedSet parsed = reader.read(set);
        SetContext context = context(set, parsed);
        List<Objection> found = new ArrayList<>(parsed.objections());
        for (ProcessFile file : parsed.processes()) {
            Objections objections = new Objections(file.name());
            rules.forEach(it -> it.inspect(file, context, objections));
            found.addAll(objections.all());
        }
        for (TableFile file : parsed.tables()) {
            Objections objections = new Objections(file.name());
            TimeToLiveRule.inspect(file, objections);
            found.addAll(objections.all());
        }
        return found;
    }

    private SetContext context(ProcessSet set, ParsedSet parsed) {
        Set<String> processes = parsed.processKeys();
        Set<String> decisions = parsed.decisionKeys();
        return new SetContext(
                set::contains,
                key -> processes.contains(key) || deployed.process(key),
                key -> decisions.contains(key) || deployed.decision(key),
                clauses.ids());
    }
}
