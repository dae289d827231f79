"""What the dataset files may say: frozen, strict records. No IO, no pandas."""
