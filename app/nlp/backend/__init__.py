"""natasha and slovnet: networks, dictionary, word forms, noun phrases."""
