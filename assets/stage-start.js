// Last: every script of the stage listens now, and hears what stands.
window.stage.start();
