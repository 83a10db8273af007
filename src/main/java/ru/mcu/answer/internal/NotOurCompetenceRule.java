package ru.mcu.answer.internal;

import java.util.TreeMap;
import java.util.TreeSet;
import ru.mcu.answer.Outcome;
import ru.mcu.answer.PersonalDataKind;

/** «Не наша компетенция» goes out only with the body that is competent and a way to reach it. */
final class NotOurCompetenceRule implements Rule {

    /** A body so many words after the refusal, with no comma between, is the one that declines. */
    private static final int OWN_BODY_WITHIN = 8;

    private final Phrases refusals;
    private final Phrases bodies;
    private final Phrases contacts;
    private final Links links;
    private final int distance;

    NotOurCompetenceRule(RuleParameters parameters) {
        this.refusals = parameters.phrases("phrases");
        this.bodies = parameters.phrases("bodies");
        this.contacts = parameters.phrases("contacts");
        this.links = new Links(parameters.words("topLevelDomains"));
        this.distance = parameters.number("contactDistance");
    }

    @Override
    public void check(Inspection inspection, Report report) {
        var text = inspection.text();
        var refused = new TreeMap<Integer, Phrases.Match>();
        refusals.in(text).forEach(refusal -> refused.put(refusal.first(), refusal));
        if (refused.isEmpty() && inspection.draft().outcome() != Outcome.NOT_OURS) {
            return;
        }
        var contactPlaces = contactPlaces(inspection);
        boolean named = bodies.in(text).stream()
                .filter(body -> !declines(text, refused, body))
                .anyMatch(body -> near(contactPlaces, text.from(body.first())));
        if (!named) {
            int from = refused.isEmpty()
                    ? 0
                    : text.from(refused.firstEntry().getValue().first());
            int to = refused.isEmpty()
                    ? 0
                    : text.to(refused.firstEntry().getValue().last());
            report.found(from, to, null);
        }
    }

    /** «не относится к полномочиям администрации города»: a body in the same clause is the one that declines. */
    private static boolean declines(Text text, TreeMap<Integer, Phrases.Match> refused, Phrases.Match body) {
        var entry = refused.floorEntry(body.first());
        if (entry == null || body.first() - entry.getValue().last() > OWN_BODY_WITHIN) {
            return false;
        }
        for (int i = text.to(entry.getValue().last()); i < text.from(body.first()); i++) {
            if (".,;:!?—–\n".indexOf(text.original().charAt(i)) >= 0) {
                return false;
            }
        }
        return true;
    }

    private boolean near(TreeSet<Integer> contacts, int body) {
        var contact = contacts.ceiling(body - distance / 3);
        return contact != null && contact <= body + distance;
    }

    private TreeSet<Integer> contactPlaces(Inspection inspection) {
        var places = new TreeSet<Integer>();
        inspection.hits().stream()
                .filter(hit -> hit.kind() == PersonalDataKind.PHONE || hit.kind() == PersonalDataKind.EMAIL)
                .forEach(hit -> places.add(hit.from()));
        links.in(inspection.draft().text()).forEach(link -> places.add(link.from()));
        contacts.in(inspection.text())
                .forEach(match -> places.add(inspection.text().from(match.first())));
        return places;
    }
}
