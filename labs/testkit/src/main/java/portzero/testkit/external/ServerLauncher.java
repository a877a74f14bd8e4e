package portzero.testkit.external;

/**
 * What it takes to start the server again and again.
 *
 * @param server what the program stands for
 * @param command how it is started
 * @param starter starts processes
 * @param arguments makes files of what does not fit into a command
 */
record ServerLauncher(
        ServerDescription server, CommandTemplate command, ProgramStarter starter, StartArguments arguments) {}
