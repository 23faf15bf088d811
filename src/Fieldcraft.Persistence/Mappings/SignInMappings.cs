using Fieldcraft.Domain.People;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Fieldcraft.Persistence.Mappings;

internal sealed class SignInAccountMapping : IEntityTypeConfiguration<SignInAccount>
{
    public void Configure(EntityTypeBuilder<SignInAccount> account)
    {
        account.Property(a => a.UserName).HasMaxLength(SignInAccount.UserNameLength).HasAnnotation("Fieldcraft:Ordinal", true);
        account.Property(a => a.ProvenEmail).HasMaxLength(SignInAccount.UserNameLength);
        account.Property(a => a.PasswordHash).HasMaxLength(SignInAccount.PasswordHashLength);
        account.HasIndex(a => a.UserName).IsUnique();
        account.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
        account.HasIndex(a => a.PersonId).IsUnique();
        account
            .Purpose(DataPurpose.SignIn)
            .Guarded(a => new
            {
                a.UserName,
                a.PasswordSetAt,
                a.ProvenEmail,
                a.SealedShutUntil,
            })
            .Secret(a => a.PasswordHash);
    }
}

internal sealed class SignInSessionMapping : IEntityTypeConfiguration<SignInSession>
{
    public void Configure(EntityTypeBuilder<SignInSession> session)
    {
        session.Property(s => s.Device).HasMaxLength(SignInSession.DeviceLength);
        session.Property(s => s.SecretHash).HasMaxLength(SignInSession.SecretHashLength);
        session.HasOne<Person>().WithMany().HasForeignKey(s => s.PersonId).OnDelete(DeleteBehavior.Cascade);
        session
            .Purpose(DataPurpose.SignIn)
            .Guarded(s => new
            {
                s.Proof,
                s.OnSharedDevice,
                s.Device,
                s.StartedAt,
                s.LastSeenAt,
                s.EndedAt,
            })
            .Secret(s => s.SecretHash);
    }
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.Property(t => t.Name).HasMaxLength(ApiToken.NameLength);
        token.Property(t => t.SecretHash).HasMaxLength(ApiToken.SecretHashLength);
        token.Property(t => t.Scopes).HasConversion<int>();
        token.HasIndex(t => t.SecretHash).IsUnique();
        token.HasOne<Person>().WithMany().HasForeignKey(t => t.PersonId).OnDelete(DeleteBehavior.Cascade);
        token
            .Purpose(DataPurpose.SignIn)
            .Guarded(t => new
            {
                t.Name,
                t.Scopes,
                t.FromCommandLine,
                t.MadeAt,
                t.ExpiresAt,
                t.EndedAt,
            })
            .Secret(t => t.SecretHash);
    }
}

internal sealed class OneTimeCodeMapping : IEntityTypeConfiguration<OneTimeCode>
{
    public void Configure(EntityTypeBuilder<OneTimeCode> code)
    {
        code.Property(c => c.CodeHash).HasMaxLength(OneTimeCode.CodeHashLength);
        code.Property(c => c.SentTo).HasMaxLength(DirectoryFacts.EmailLength);
        code.HasIndex(c => new { c.PersonId, c.ExpiresAt });
        code.HasOne<Person>().WithMany().HasForeignKey(c => c.PersonId).OnDelete(DeleteBehavior.Cascade);
        code.HasOne<Person>().WithMany().HasForeignKey(c => c.MadeBy).OnDelete(DeleteBehavior.SetNull);
        code.Purpose(DataPurpose.SignIn)
            .Guarded(c => new
            {
                c.Purpose,
                c.SentTo,
                c.MadeAt,
                c.ExpiresAt,
                c.UsedAt,
                c.EndedAt,
            })
            .Secret(c => c.CodeHash);
    }
}

internal sealed class SignInNoticeMapping : IEntityTypeConfiguration<SignInNotice>
{
    public void Configure(EntityTypeBuilder<SignInNotice> notice)
    {
        notice.Ignore(n => n.IsRepeated);
        notice.HasIndex(n => new { n.PersonId, n.SeenAt });
        notice.HasIndex(n => new { n.PersonId, n.LastAt });
        notice.HasOne<Person>().WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
        notice.HasOne<Person>().WithMany().HasForeignKey(n => n.ById).OnDelete(DeleteBehavior.SetNull);
        notice
            .Purpose(DataPurpose.SignIn)
            .Guarded(n => new
            {
                n.Kind,
                n.FirstAt,
                n.LastAt,
                n.SeenAt,
            });
    }
}

internal sealed class ThrottleCounterMapping : IEntityTypeConfiguration<ThrottleCounter>
{
    public void Configure(EntityTypeBuilder<ThrottleCounter> counter)
    {
        counter.ToTable("ThrottleCounters");
        counter.HasKey(c => c.KeyHash);
        counter.Property(c => c.KeyHash).HasMaxLength(ThrottleCounter.KeyLength);
        counter.HasIndex(c => c.EndsAt);
        counter.Purpose(DataPurpose.SignIn).Secret(c => c.KeyHash).Guarded(c => new { c.Count, c.EndsAt });
    }
}

internal sealed class PersonPinMapping : IEntityTypeConfiguration<PersonPin>
{
    public void Configure(EntityTypeBuilder<PersonPin> pin)
    {
        pin.ToTable("PersonPins");
        pin.Property(p => p.Hash).HasMaxLength(PersonPin.HashLength);
        pin.HasOne<Person>().WithMany().HasForeignKey(p => p.PersonId).OnDelete(DeleteBehavior.Cascade);
        pin.HasIndex(p => p.PersonId).IsUnique();
        pin.Purpose(DataPurpose.SignIn).Guarded(p => new { p.SetAt }).Secret(p => p.Hash);
    }
}
