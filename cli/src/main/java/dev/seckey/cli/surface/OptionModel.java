package dev.seckey.cli.surface;

import java.util.List;
import java.util.Optional;

/**
 * An option.
 *
 * @param names each with its dashes
 * @param value what follows it; absent for a switch
 */
public record OptionModel(List<String> names, Optional<Value> value, boolean required, String description) {}
