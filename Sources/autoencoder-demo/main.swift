// Trains a small autoencoder through the Swift interface and prints its gradient check.
try AutoencoderDemo.run()
