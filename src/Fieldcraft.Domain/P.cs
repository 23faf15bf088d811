namespace Fieldcraft.Domain;

public static class Placeholder;
