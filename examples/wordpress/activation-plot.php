<?php
/**
 * Plugin Name: Activation plot
 * Description: Draws activation functions: [activation-plot functions="gelu silu" min="-3" derivative], or an address of the site on a line of its own.
 * License: MIT
 */

/** The address of the site, which may be your own copy. */
const ACTIVATION_PLOT_SITE = 'https://example.org/relu/';

/** A frame with the plot, or in a feed a link to it. */
function activation_plot( string $query ): string {
	parse_str( $query, $words );
	$functions = $words['functions'] ?? '';
	[ $page, $frame, $title ] = [
		esc_url( ACTIVATION_PLOT_SITE . "?$query" ),
		esc_url( ACTIVATION_PLOT_SITE . "embed.html?$query" ),
		esc_attr( is_string( $functions ) && $functions ? $functions : 'Activation functions' ),
	];
	return is_feed()
		? "<a href=\"$page\">$title</a>"
		: "<iframe src=\"$frame\" title=\"$title\" width=\"600\" height=\"480\" loading=\"lazy\" style=\"border: 0; display: block; max-width: 100%\"></iframe>";
}

add_shortcode(
	'activation-plot',
	function ( $attributes ) {
		$query = array();
		foreach ( (array) $attributes as $name => $value ) {
			// An attribute without a value has a number instead of a name.
			$query += is_int( $name ) ? array( $value => '' ) : array( $name => $value );
		}
		return activation_plot( http_build_query( $query ) );
	}
);

add_action(
	'init',
	function () {
		$address = '#^' . preg_quote( ACTIVATION_PLOT_SITE, '#' ) . '(?:[\w-]+\.html)?\?([^\#]+)#';
		wp_embed_register_handler( 'activation-plot', $address, fn( $found ) => activation_plot( $found[1] ) );
	}
);
