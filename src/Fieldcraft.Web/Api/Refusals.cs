using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Language;

namespace Fieldcraft.Web.Api;

/// <summary>A refusal by state, as the API says it: 409 with the domain's own code, and the sentence a page would show.</summary>
internal static class Refusals
{
    public static IResult Result(this Refusal refusal, Words words) =>
        new Problem(refusal.Code, StatusCodes.Status409Conflict, words[$"refusal.{refusal.Code}", refusal.Arguments]).Result();
}
