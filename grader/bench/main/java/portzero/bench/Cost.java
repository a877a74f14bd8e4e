package portzero.bench;

/**
 * What a command took.
 *
 * @param wall seconds from its start to its end
 * @param cpu processor seconds of it and all its descendants
 */
record Cost(double wall, double cpu) {

    Cost dividedBy(int parts) {
        return new Cost(wall / parts, cpu / parts);
    }
}
