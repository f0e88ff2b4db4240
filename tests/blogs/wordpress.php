<?php
/**
 * Installs WordPress and saves the posts of the JSON on standard input, each as its role and through its editor's API. Prints
 * the number and the saved text of each post.
 */
define( 'WP_INSTALLING', true );
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require getenv( 'WORDPRESS' ) . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
require ABSPATH . 'wp-admin/includes/admin.php';

$users = array( 'administrator' => wp_install( 'A blog', 'administrator', 'a@example.org', true, '', 'x' )['user_id'] );
foreach ( array( 'editor', 'author', 'contributor' ) as $role ) {
	$users[ $role ] = wp_insert_user( array( 'user_login' => $role, 'user_pass' => 'x', 'role' => $role ) );
}

/** What the block editor does. */
function save_blocks( array $post ): int {
	$request = new WP_REST_Request( 'POST', isset( $post['id'] ) ? "/wp/v2/posts/{$post['id']}" : '/wp/v2/posts' );
	$request->set_body_params( $post );
	$answer = rest_do_request( $request );
	if ( $answer->is_error() ) {
		throw new Exception( $answer->as_error()->get_error_message() );
	}
	return $answer->get_data()['id'];
}

/** What the form of the classic editor does. */
function save_classic( array $post ): int {
	return edit_post(
		wp_slash(
			array(
				'post_ID'     => $post['id'] ?? get_default_post_to_edit( 'post', true )->ID,
				'post_type'   => 'post',
				'post_title'  => $post['title'],
				'post_author' => $post['author'],
				'content'     => $post['content'],
				'post_status' => $post['status'],
			)
		)
	);
}

$saved = array();
foreach ( json_decode( stream_get_contents( STDIN ), true ) as $post ) {
	$new  = array( 'title' => 'A post', 'content' => $post['content'], 'author' => $users[ $post['role'] ] );
	$save = "save_{$post['editor']}";
	$id   = null;
	foreach ( array_filter( array( $post['first'] ?? null, $post['role'] ) ) as $role ) {
		wp_set_current_user( $users[ $role ] );
		$status = current_user_can( 'publish_posts' ) ? 'publish' : 'pending';
		$id     = $save( $new + array( 'id' => $id, 'status' => $status ) );
	}
	wp_publish_post( $id ); // as an editor does with a contributor's post
	$saved[] = array( 'id' => $id, 'content' => get_post( $id )->post_content );
}
echo json_encode( $saved );
