using Fieldcraft.Domain.Embedding;
using Fieldcraft.Domain.People;
using Fieldcraft.Domain.Programmes;

namespace Fieldcraft.Web.Features.Embedding;

/// <summary>Every address of what keeps a module alive.</summary>
public static class EmbeddingLinks
{
    public const string Mine = "/at-your-site";
    public const string TeamActions = "/team-actions";

    public static string Site(UnitId site) => $"{Mine}/{site.Value}";

    public static string Kit(UnitId site) => $"{Site(site)}/kit";

    public static string Tips(UnitId site) => $"{Site(site)}/tips";

    public static string WaitingTips(UnitId site) => $"{Site(site)}/tips/waiting";

    public static string Photo(TipId tip) => $"/tips/{tip.Value}/photo";

    public static string Board(UnitId site) => $"{Site(site)}/board";

    public static string BoardByLink(string secret) => $"/boards/{secret}";

    public static string Huddle(UnitId site) => $"{Site(site)}/huddle";

    public static string TalkCard(UnitId site) => $"{Site(site)}/talk-card";

    public static string CustomerHuddle(UnitId site) => $"{Site(site)}/customer-huddle";

    public static string Award(UnitId site) => $"{Site(site)}/award";

    public static string ChooseAward(UnitId site) => $"{Site(site)}/award/choice";

    public static string Awarded(NominationId nomination) => $"/awards/{nomination.Value}";

    public static string Look(TeamActionId action, int weeks) => $"{TeamActions}/{action.Value}/looks/{weeks}";

    public static string Reword(TeamActionId action) => $"{TeamActions}/{action.Value}";

    public static string Counts(ProgrammeId programme) => $"/programmes/{programme.Value}/team-actions";

    public static string LookBack(ProgrammeId programme) => $"/programmes/{programme.Value}/look-back";

    public static string Lessons(ProgrammeId programme) => $"/programmes/{programme.Value}/lessons";
}
