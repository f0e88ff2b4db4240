<?php
/** Activates the plugin that the JSON on standard input names. */
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require getenv( 'WORDPRESS' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/plugin.php';
echo json_encode( activate_plugin( json_decode( stream_get_contents( STDIN ) ) ) );
