using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Modules;

/// <summary>Every address of what a module says.</summary>
public static class ModulesLinks
{
    public static string Module(ModuleId id) => $"/modules/{id.Value}";

    public static string Guide(ModuleId id, ModuleEditionId? edition = null) => Print(id, "guide", edition);

    public static string Handout(ModuleId id, ModuleEditionId? edition = null) => Print(id, "handout", edition);

    public static string HuddleCard(ModuleId id, ModuleEditionId? edition = null) => Print(id, "huddle", edition);

    public static string Draft(ModuleId id) => $"/modules/{id.Value}/draft";

    public static string Block(ModuleId id, string block) => $"{Draft(id)}/blocks/{block}";

    public static string NewBlock(ModuleId id) => $"{Draft(id)}/blocks/new";

    public static string Frame(ModuleId id) => $"{Draft(id)}/frame";

    public static string Questions(ModuleId id, int? number = null) =>
        number is { } n ? $"{Draft(id)}/questions?number={n}" : $"{Draft(id)}/questions";

    public static string Routine(ModuleId id) => $"{Draft(id)}/routine";

    public static string Pilots(ModuleId id) => $"{Draft(id)}/pilots";

    public static string Publish(ModuleId id) => $"{Draft(id)}/publish";

    public static string Media(ModuleId id) => $"/modules/{id.Value}/media";

    public static string NewFilm(ModuleId id) => $"/modules/{id.Value}/films/new";

    public static string Film(ModuleMediaId id) => $"/media/{id.Value}/film";

    public static string Play(ModuleMediaId id) => $"/media/{id.Value}";

    public static string File(ModuleMediaId id) => $"/media/{id.Value}/file";

    public static string Captions(ModuleMediaId id) => $"/media/{id.Value}/captions.vtt";

    private static string Print(ModuleId id, string what, ModuleEditionId? edition) =>
        edition is { } e ? $"/modules/{id.Value}/{what}?edition={e.Value}" : $"/modules/{id.Value}/{what}";
}
