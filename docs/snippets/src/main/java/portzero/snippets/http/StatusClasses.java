package portzero.snippets.http;

/** What a client makes of a status code that it has never heard of. RFC 9110, section 15. */
final class StatusClasses {
    public static void main(String[] args) {
        // snippet: classes
        for (var status : new int[] {103, 299, 399, 471, 599}) {
            var meaning = switch (status / 100) {
                case 1 -> "not the answer yet";
                case 2 -> "it worked";
                case 3 -> "look elsewhere";
                case 4 -> "your request is at fault";
                case 5 -> "the server is at fault";
                default -> "not a status of HTTP";
            };
            System.out.println(status + " is treated like " + status / 100 * 100 + ": " + meaning);
        }
        // end
    }
}
