package org.dealtracker.restriction;

import org.dealtracker.agreement.Category;
import org.dealtracker.agreement.CommitmentType;
import org.dealtracker.http.Code;

/** What a restriction is about: goods by their category, services by the type of commitment, or all of either. */
public enum Scope implements Code {
    ALL_GOODS("All arms and related goods."),
    ALL_SERVICES("All services related to arms: training, technical help, financing and the like."),
    COMBAT_AIRCRAFT(Category.COMBAT_AIRCRAFT),
    TRAINER_AIRCRAFT(Category.TRAINER_AIRCRAFT),
    TRANSPORT_AIRCRAFT(Category.TRANSPORT_AIRCRAFT),
    OTHER_AIRCRAFT(Category.OTHER_AIRCRAFT),
    AIRCRAFT_UNSPECIFIED(Category.AIRCRAFT_UNSPECIFIED),
    HELICOPTER(Category.HELICOPTER),
    UAV(Category.UAV),
    MAIN_BATTLE_TANK(Category.MAIN_BATTLE_TANK),
    ARMOURED_VEHICLE(Category.ARMOURED_VEHICLE),
    ARTILLERY(Category.ARTILLERY),
    LAND_UNSPECIFIED(Category.LAND_UNSPECIFIED),
    AIR_DEFENCE(Category.AIR_DEFENCE),
    MISSILE(Category.MISSILE),
    SHIP(Category.SHIP),
    SUBMARINE(Category.SUBMARINE),
    NAVAL_WEAPON(Category.NAVAL_WEAPON),
    ANTI_SUBMARINE_WEAPON(Category.ANTI_SUBMARINE_WEAPON),
    NAVAL_UNSPECIFIED(Category.NAVAL_UNSPECIFIED),
    SENSOR(Category.SENSOR),
    ELECTRONIC_WARFARE(Category.ELECTRONIC_WARFARE),
    ENGINE(Category.ENGINE),
    SATELLITE(Category.SATELLITE),
    SMALL_ARMS(Category.SMALL_ARMS),
    AMMUNITION(Category.AMMUNITION),
    TRAINING_EQUIPMENT(Category.TRAINING_EQUIPMENT),
    TRAINING(CommitmentType.TRAINING),
    TECHNICAL_SUPPORT(CommitmentType.TECHNICAL_SUPPORT),
    MAINTENANCE(CommitmentType.MAINTENANCE),
    LICENSED_MANUFACTURE(CommitmentType.LICENSED_MANUFACTURE),
    TECHNOLOGY_TRANSFER(CommitmentType.TECHNOLOGY_TRANSFER),
    INDUSTRIAL_COOPERATION(CommitmentType.INDUSTRIAL_COOPERATION),
    FINANCING(CommitmentType.FINANCING),
    JOINT_EXERCISE(CommitmentType.JOINT_EXERCISE);

    private final Category goods;
    private final CommitmentType service;
    private final String definition;

    Scope(String definition) {
        this.goods = null;
        this.service = null;
        this.definition = definition;
    }

    Scope(Category goods) {
        this.goods = goods;
        this.service = null;
        this.definition = goods.definition();
    }

    Scope(CommitmentType service) {
        this.goods = null;
        this.service = service;
        this.definition = service.definition();
    }

    /** Whether it is about goods and not about services. */
    public boolean isGoods() {
        return goods != null || this == ALL_GOODS;
    }

    /** The goods that it names, or null. */
    public Category goods() {
        return goods;
    }

    /** The service that it names, or null. */
    public CommitmentType service() {
        return service;
    }

    @Override
    public String definition() {
        return definition;
    }
}
