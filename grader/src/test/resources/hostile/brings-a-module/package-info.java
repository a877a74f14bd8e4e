/** What is said of the package. */
@Deprecated
package portzero.echo;
