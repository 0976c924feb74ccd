// Runs the example of a program that embeds the language.
try EmbeddingExample.run()
