package org.dealtracker.agreement;

import org.dealtracker.http.Code;

/** What sort of weapon an item is. */
public enum Category implements Code {
    COMBAT_AIRCRAFT("Aeroplanes made to fight."),
    TRAINER_AIRCRAFT("Aeroplanes made to train, armed or not."),
    TRANSPORT_AIRCRAFT("Aeroplanes that carry people or loads."),
    OTHER_AIRCRAFT("Aeroplanes of other use, patrol and early warning among them."),
    AIRCRAFT_UNSPECIFIED("Aircraft of which no more is said."),
    HELICOPTER("Helicopters of all uses."),
    UAV("Aircraft without a crew, armed or not."),
    MAIN_BATTLE_TANK("Main battle tanks."),
    ARMOURED_VEHICLE("Other armoured vehicles."),
    ARTILLERY("Guns, howitzers, mortars and rocket launchers."),
    LAND_UNSPECIFIED("Land equipment of which no more is said."),
    AIR_DEFENCE("Systems against aircraft and missiles."),
    MISSILE("Missiles and guided bombs."),
    SHIP("Ships and boats."),
    SUBMARINE("Submarines."),
    NAVAL_WEAPON("Weapons of ships."),
    ANTI_SUBMARINE_WEAPON("Weapons against submarines."),
    NAVAL_UNSPECIFIED("Naval equipment of which no more is said."),
    SENSOR("Radar, sonar, optics."),
    ELECTRONIC_WARFARE("Systems that listen to or disturb signals."),
    ENGINE("Engines."),
    SATELLITE("Satellites."),
    SMALL_ARMS("Small arms and light weapons."),
    AMMUNITION("Ammunition."),
    TRAINING_EQUIPMENT("Simulators and other training equipment."),
    OTHER("Something else."),
    UNSPECIFIED("The sources do not say.");

    private final String definition;

    Category(String definition) {
        this.definition = definition;
    }

    @Override
    public String definition() {
        return definition;
    }

    /** Whether something of this category may be of another one: the same, or one of them says less. */
    public boolean mayBe(Category other) {
        return this == other || holds(other) || other.holds(this);
    }

    /** Whether this says no more than that something is of one of several categories, the other among them. */
    private boolean holds(Category other) {
        return switch (this) {
            case UNSPECIFIED -> true;
            case AIRCRAFT_UNSPECIFIED -> other.ordinal() <= UAV.ordinal();
            case LAND_UNSPECIFIED ->
                other.ordinal() >= MAIN_BATTLE_TANK.ordinal() && other.ordinal() <= AIR_DEFENCE.ordinal();
            case NAVAL_UNSPECIFIED ->
                other.ordinal() >= SHIP.ordinal() && other.ordinal() <= NAVAL_UNSPECIFIED.ordinal();
            default -> false;
        };
    }
}
