using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Tests.SignIn;

public sealed class CodeTextTests
{
    [Fact]
    public void A_code_is_ten_characters_that_are_hard_to_mistake()
    {
        var code = CodeText.From([0, 31, 32, 63, 64, 95, 255, 128, 7, 8]);

        code.Length.ShouldBe(10);
        code.ShouldAllBe(c => !"01OI".Contains(c, StringComparison.Ordinal));
        CodeText.Alphabet.Distinct().Count().ShouldBe(32);
        CodeText.Grouped(code).ShouldBe($"{code[..5]}-{code[5..]}");
    }

    [Theory]
    [InlineData("k7pwq-m3xna", "K7PWQM3XNA")]
    [InlineData("  K7PWQ M3XNA ", "K7PWQM3XNA")]
    [InlineData("K7PWQ–M3XNA", "K7PWQM3XNA")]
    [InlineData("K7PWQM3XN", null)]
    [InlineData("K7PWQM3XN0", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void It_is_read_however_it_was_typed(string? typed, string? code) => CodeText.Read(typed).ShouldBe(code);

    [Fact]
    public void A_wrong_number_of_random_bytes_is_a_bug() => Should.Throw<ArgumentException>(() => CodeText.From([1, 2, 3]));

    [Theory]
    [InlineData("short", "amira", "account.password.too_short")]
    [InlineData("aaaaaaaaaaaaaaa", "amira", "account.password.guessed")]
    [InlineData("Password123", "amira", "account.password.guessed")]
    [InlineData("amira.khan@meridian.example", "Amira.Khan@Meridian.example", "account.password.guessed")]
    [InlineData("amira.khan", "amira.khan@meridian.example", "account.password.guessed")]
    [InlineData("a quiet harbour at six", "amira", null)]
    public void What_somebody_would_try_first_is_no_password(string password, string userName, string? objection) =>
        Passwords.Objection(password, userName).ShouldBe(objection);

    [Fact]
    public void A_password_is_hashed_anew_when_the_old_hash_has_become_weak()
    {
        var weak = new Microsoft.AspNetCore.Identity.PasswordHasher<SignInAccount>(
            Microsoft.Extensions.Options.Options.Create(new Microsoft.AspNetCore.Identity.PasswordHasherOptions { IterationCount = 1000 })
        ).HashPassword(null!, "a quiet harbour at six");
        var passwords = new Passwords();

        passwords.Check(weak, "a quiet harbour at six").ShouldBe(PasswordCheck.RightButWeak);
        passwords.Check(passwords.Hash("a quiet harbour at six"), "a quiet harbour at six").ShouldBe(PasswordCheck.Right);
        passwords.Check(weak, "a quiet harbour at seven").ShouldBe(PasswordCheck.Wrong);
        passwords.Check(null, "a quiet harbour at six").ShouldBe(PasswordCheck.Wrong);
    }
}
