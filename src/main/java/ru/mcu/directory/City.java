package ru.mcu.directory;

import java.time.ZoneId;
import java.util.List;

/**
 * Everything in which one city differs from another, read from {@code config/cities/<code>.yml}.
 *
 * @param curName short name of the regional control centre
 * @param calendars production calendars to lay over each other
 * @param curApprovalAlways whether the regional centre approves every answer (Stavropol IV.11.8); if not, the decision
 *     table {@code curApprovalPolicy} names which
 * @param coordinator the role that gets what no routing rule sends elsewhere
 * @param demoPersons fictional accounts, created in the demo profile only
 */
public record City(
        String code,
        String name,
        String region,
        String curName,
        ZoneId zone,
        WorkingHours workingHours,
        List<String> calendars,
        boolean curApprovalAlways,
        Role coordinator,
        List<RoleDuty> roles,
        List<Block> blocks,
        List<Body> bodies,
        List<District> districts,
        List<Competence> competence,
        List<Person> demoPersons) {

    public City {
        calendars = Lists.orEmpty(calendars);
        roles = Lists.orEmpty(roles);
        blocks = Lists.orEmpty(blocks);
        bodies = Lists.orEmpty(bodies);
        districts = Lists.orEmpty(districts);
        competence = Lists.orEmpty(competence);
        demoPersons = Lists.orEmpty(demoPersons);
    }
}
