using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Tests.Worlds;

/// <summary>Viewers for tests below the pages.</summary>
public static class Viewers
{
    public static Viewer Of(PersonId person, Proof proof = Proof.Password) =>
        new()
        {
            PersonId = person,
            Name = "Test",
            Language = "en",
            TimeZone = "UTC",
            Proof = proof,
        };
}
